package reglament;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Definitions for Camunda 7, in its engine. */
class Camunda7Test {
  private static final String WORKER = "worker";

  private final ProcessEngine engine = build();

  private static ProcessEngine build() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:camunda;DB_CLOSE_DELAY=-1");
    configuration.setJobExecutorActivate(false);
    // The FEEL engine that Zeebe brings has other methods, and there are no decisions here.
    configuration.setDmnFeelEnableLegacyBehavior(true);
    return configuration.buildProcessEngine();
  }

  private String folder;
  private String deployment;

  @TestFactory
  List<DynamicTest> definitions() throws Exception {
    var plans = Plans.of("camunda7");
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
    String instance = engine.getRuntimeService().startProcessInstanceByKey(plan.process(), "case-1", new HashMap<>(run.variables())).getId();
    for (int i = 0; i < 200 && running(instance); i++) {
      if (run.late()) {
        // A call activity is late while what it calls is under way.
        for (Job job : engine.getManagementService().createJobQuery().processInstanceId(instance).timers().list()) {
          engine.getManagementService().executeJob(job.getId());
        }
      }
      if (!systems() && !people()) {
        throw new AssertionError("nothing to do in " + completed(instance));
      }
    }
    Plans.same(completed(instance), run);
  }

  private boolean systems() {
    var tasks = engine.getExternalTaskService().createExternalTaskQuery().list();
    for (ExternalTask task : tasks) {
      engine.getExternalTaskService().fetchAndLock(10, WORKER).topic(task.getTopicName(), 60000).execute();
      Map<String, Object> result = new HashMap<>();
      if (task.getTopicName().equals("reglament-due-date")) {
        var given = engine.getRuntimeService().getVariables(task.getExecutionId());
        if (!(given.get("value") instanceof Number) || !(given.get("unit") instanceof String)) {
          throw new AssertionError(task.getActivityId() + " is not told the term: " + given);
        }
        result.put("due", "2999-01-01T18:30:00");
      }
      engine.getExternalTaskService().complete(task.getId(), WORKER, null, result);
    }
    return !tasks.isEmpty();
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
    var list = new ArrayList<String>();
    for (HistoricActivityInstance a : engine.getHistoryService().createHistoricActivityInstanceQuery()
        .processInstanceId(instance).finished().list()) {
      list.add(a.getActivityId());
    }
    return list;
  }
}
