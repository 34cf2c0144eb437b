package reglament;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Definitions for Camunda 8, in its engine. */
class ZeebeTest {
  /** Tasks of people are jobs of this type in the last engine for Java 17. */
  private static final String USER_TASK = "io.camunda.zeebe:userTask";

  private static final Pattern TYPE = Pattern.compile("zeebe:taskDefinition type=\"([^\"]+)\"");

  /** External references of forms came with 8.6; this engine refuses to deploy them. */
  private static final Pattern FORM = Pattern.compile("<zeebe:formDefinition externalReference=\"[^\"]*\"></zeebe:formDefinition>");

  private static final Duration LONG = Duration.ofDays(800);

  @TestFactory
  List<DynamicTest> definitions() throws Exception {
    return Plans.tests(Plans.of("camunda8"), (plan, run) -> {
      try {
        execute(plan, run);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private void execute(Plans.Plan plan, Plans.Run run) throws Exception {
    // An engine for each run: its clock and its log are its own.
    ZeebeTestEngine engine = EngineFactory.create();
    engine.start();
    try (ZeebeClient client = engine.createClient()) {
      var types = new TreeSet<String>(List.of(USER_TASK));
      for (Plans.Plan p : Plans.of("camunda8")) {
        if (p.folder().equals(plan.folder())) {
          String text = FORM.matcher(Files.readString(p.bpmn().toPath())).replaceAll("");
          client.newDeployResourceCommand().addResourceStringUtf8(text, p.process() + ".bpmn").send().join();
          TYPE.matcher(text).results().forEach(m -> types.add(m.group(1)));
        }
      }
      long key = client.newCreateInstanceCommand().bpmnProcessId(plan.process()).latestVersion()
          .variables(run.variables()).send().join().getProcessInstanceKey();
      engine.waitForIdleState(Duration.ofSeconds(10));
      boolean waited = false;
      for (int i = 0; i < 200 && !ended(engine, key); i++) {
        var jobs = new ArrayList<ActivatedJob>();
        for (String type : types) {
          jobs.addAll(client.newActivateJobsCommand().jobType(type).maxJobsToActivate(10)
              .timeout(Duration.ofDays(100000)).requestTimeout(Duration.ofMillis(50)).send().join().getJobs());
        }
        if (jobs.isEmpty()) {
          throw new AssertionError("nothing to do in " + completed(engine, key) + incidents(engine));
        }
        for (ActivatedJob job : jobs) {
          boolean own = job.getProcessInstanceKey() == key;
          boolean timed = own ? plan.timers().containsKey(job.getElementId()) : !plan.timers().isEmpty();
          if (run.late() && timed && (own || !waited)) {
            engine.increaseTime(LONG);
            engine.waitForIdleState(Duration.ofSeconds(10));
            waited = true;
          }
          Map<String, Object> result = new HashMap<>();
          if (job.getType().equals("reglament-due-date")) {
            Map<String, Object> given = job.getVariablesAsMap();
            if (!(given.get("value") instanceof Integer) || !(given.get("unit") instanceof String)) {
              throw new AssertionError(job.getElementId() + " is not told the term: " + given);
            }
            result.put("due", run.late() ? "2000-01-01T09:00:00Z" : Plans.FUTURE);
          }
          client.newCompleteCommand(job.getKey()).variables(result).send().join();
          engine.waitForIdleState(Duration.ofSeconds(10));
        }
      }
      Plans.same(completed(engine, key), run);
    } finally {
      engine.stop();
    }
  }

  private static List<String> completed(ZeebeTestEngine engine, long key) {
    var list = new ArrayList<String>();
    for (Record<?> r : engine.getRecordStreamSource().getRecords()) {
      if (r.getValueType() == ValueType.PROCESS_INSTANCE && r.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
        var v = (ProcessInstanceRecordValue) r.getValue();
        if (v.getProcessInstanceKey() == key && v.getBpmnElementType() != BpmnElementType.PROCESS) {
          list.add(v.getElementId());
        }
      }
    }
    return list;
  }

  private static boolean ended(ZeebeTestEngine engine, long key) {
    for (Record<?> r : engine.getRecordStreamSource().getRecords()) {
      if (r.getKey() == key && r.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
        return true;
      }
    }
    return false;
  }

  private static String incidents(ZeebeTestEngine engine) {
    var text = new StringBuilder();
    for (Record<?> r : engine.getRecordStreamSource().getRecords()) {
      if (r.getIntent() == IncidentIntent.CREATED) {
        text.append("\n").append(((IncidentRecordValue) r.getValue()).getErrorMessage());
      }
    }
    return text.toString();
  }
}
