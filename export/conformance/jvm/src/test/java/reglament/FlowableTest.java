package reglament;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.flowable.job.api.ExternalWorkerJob;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;

/** Definitions for Flowable, in its engine. */
class FlowableTest extends InProcess {
  /** The bean that calendar steps ask. */
  public static final class Calendar {
    public Date due(int value, String unit) {
      if (value <= 0 || unit.isEmpty()) {
        throw new IllegalArgumentException("no term: " + value + " " + unit);
      }
      return Date.from(Instant.parse(Plans.FUTURE));
    }
  }

  private final List<String> fired = new ArrayList<>();
  private final ProcessEngine engine = build();

  FlowableTest() {
    super("flowable");
  }

  private ProcessEngine build() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:flowable;DB_CLOSE_DELAY=-1");
    configuration.setAsyncExecutorActivate(false);
    configuration.setBeans(new HashMap<>(Map.of("reglamentCalendar", new Calendar())));
    configuration.setEventListeners(List.of(new AbstractFlowableEventListener() {
      @Override
      public void onEvent(FlowableEvent event) {
        if (event.getType() == FlowableEngineEventType.TIMER_FIRED) {
          fired.add(((Job) ((FlowableEntityEvent) event).getEntity()).getElementId());
        }
      }

      @Override
      public boolean isFailOnException() {
        return true;
      }
    }));
    return configuration.buildProcessEngine();
  }

  @Override
  void close() {
    engine.close();
  }

  @Override
  String deploy(Map<String, String> definitions) {
    var builder = engine.getRepositoryService().createDeployment();
    definitions.forEach(builder::addString);
    return builder.deploy().getId();
  }

  @Override
  void delete(String deployment) {
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }

  @Override
  String start(String process, Map<String, Object> variables) {
    fired.clear();
    return engine.getRuntimeService().startProcessInstanceByKey(process, "case-1", variables).getId();
  }

  @Override
  boolean running(String instance) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).count() > 0;
  }

  @Override
  void late(String instance) {
    for (Job job : engine.getManagementService().createTimerJobQuery().processInstanceId(instance).list()) {
      engine.getManagementService().moveTimerToExecutableJob(job.getId());
    }
  }

  @Override
  boolean work() {
    boolean done = jobs();
    done |= systems();
    return done || people();
  }

  /** What the engine has put off: timers that were moved, and what follows on external work. */
  private boolean jobs() {
    var jobs = engine.getManagementService().createJobQuery().list();
    for (Job job : jobs) {
      engine.getManagementService().executeJob(job.getId());
    }
    return !jobs.isEmpty();
  }

  private boolean systems() {
    var jobs = engine.getManagementService().createExternalWorkerJobQuery().list();
    for (ExternalWorkerJob job : jobs) {
      engine.getManagementService().createExternalWorkerJobAcquireBuilder()
          .topic(job.getJobHandlerConfiguration(), Duration.ofMinutes(1)).acquireAndLock(10, WORKER);
      engine.getManagementService().createExternalWorkerCompletionBuilder(job.getId(), WORKER).complete();
    }
    return !jobs.isEmpty();
  }

  private boolean people() {
    var tasks = engine.getTaskService().createTaskQuery().list();
    for (Task task : tasks) {
      engine.getTaskService().complete(task.getId());
    }
    return !tasks.isEmpty();
  }

  @Override
  List<String> completed(String instance) {
    var list = new ArrayList<>(fired);
    for (HistoricActivityInstance a : engine.getHistoryService().createHistoricActivityInstanceQuery()
        .processInstanceId(instance).finished().list()) {
      // The history of a timer does not tell whether it fired.
      if (!a.getActivityType().equals("sequenceFlow") && !a.getActivityType().equals("boundaryEvent")) {
        list.add(a.getActivityId());
      }
    }
    return list;
  }
}
