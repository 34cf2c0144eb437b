package reglament;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Definitions for Flowable, in its engine. */
class FlowableTest {
  private static final String WORKER = "worker";

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

  private String folder;
  private String deployment;

  @TestFactory
  List<DynamicTest> definitions() throws Exception {
    var plans = Plans.of("flowable");
    return Plans.tests(plans, (plan, run) -> execute(plans, plan, run));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /** Has the definitions of one folder deployed: those of others may have the same names. */
  private void deploy(List<Plans.Plan> plans, String wanted) {
    if (wanted.equals(folder)) {
      return;
    }
    if (deployment != null) {
      engine.getRepositoryService().deleteDeployment(deployment, true);
    }
    var builder = engine.getRepositoryService().createDeployment();
    for (Plans.Plan p : plans) {
      if (p.folder().equals(wanted)) {
        try {
          builder.addString(p.process() + ".bpmn", Files.readString(p.bpmn().toPath()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    deployment = builder.deploy().getId();
    folder = wanted;
  }

  private void execute(List<Plans.Plan> plans, Plans.Plan plan, Plans.Run run) {
    deploy(plans, plan.folder());
    fired.clear();
    String instance = engine.getRuntimeService().startProcessInstanceByKey(plan.process(), "case-1", new HashMap<>(run.variables())).getId();
    for (int i = 0; i < 200 && running(instance); i++) {
      if (run.late()) {
        for (Job job : engine.getManagementService().createTimerJobQuery().processInstanceId(instance).list()) {
          engine.getManagementService().moveTimerToExecutableJob(job.getId());
        }
      }
      boolean done = jobs();
      done |= systems();
      if (!done && !people()) {
        throw new AssertionError("nothing to do in " + completed(instance));
      }
    }
    Plans.same(completed(instance), run);
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
      String topic = job.getJobHandlerConfiguration();
      engine.getManagementService().createExternalWorkerJobAcquireBuilder().topic(topic, java.time.Duration.ofMinutes(1))
          .acquireAndLock(10, WORKER);
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

  private boolean running(String instance) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).count() > 0;
  }

  private List<String> completed(String instance) {
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
