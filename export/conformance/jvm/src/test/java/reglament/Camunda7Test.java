package reglament;

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

/** Definitions for Camunda 7, in its engine. */
class Camunda7Test extends InProcess {
  private final ProcessEngine engine = build();

  Camunda7Test() {
    super("camunda7");
  }

  private static ProcessEngine build() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:camunda;DB_CLOSE_DELAY=-1");
    configuration.setJobExecutorActivate(false);
    // The FEEL engine that Zeebe brings has other methods, and there are no decisions here.
    configuration.setDmnFeelEnableLegacyBehavior(true);
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
    return engine.getRuntimeService().startProcessInstanceByKey(process, "case-1", variables).getId();
  }

  @Override
  boolean running(String instance) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).count() > 0;
  }

  @Override
  void late(String instance) {
    // A call activity is late while what it calls is under way.
    for (Job job : engine.getManagementService().createJobQuery().processInstanceId(instance).timers().list()) {
      engine.getManagementService().executeJob(job.getId());
    }
  }

  @Override
  boolean work() {
    return systems() || people();
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

  @Override
  List<String> completed(String instance) {
    var list = new ArrayList<String>();
    for (HistoricActivityInstance a : engine.getHistoryService().createHistoricActivityInstanceQuery()
        .processInstanceId(instance).finished().list()) {
      list.add(a.getActivityId());
    }
    return list;
  }
}
