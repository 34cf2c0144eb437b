package reglament;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Definitions for Camunda 8, in its engine. */
class ZeebeTest {
  /** External references of forms came with 8.6; this engine refuses to deploy them. */
  private static final Pattern FORM = Pattern.compile("<zeebe:formDefinition externalReference=\"[^\"]*\"></zeebe:formDefinition>");

  private static final Duration LONG = Duration.ofDays(800);

  @TestFactory
  List<DynamicTest> definitions() throws Exception {
    return Plans.tests(Plans.of("camunda8"), this::execute);
  }

  /** The engine of a folder, with everything in the folder deployed. */
  private static final class Deployed {
    final ZeebeTestEngine engine = EngineFactory.create();
    final ZeebeClient client;
    final Set<Long> done = new HashSet<>(); // keys of jobs

    Deployed(String folder) throws Exception {
      engine.start();
      client = engine.createClient();
      for (Plans.Plan p : Plans.of("camunda8")) {
        if (p.folder().equals(folder)) {
          String text = FORM.matcher(Files.readString(p.bpmn().toPath())).replaceAll("");
          client.newDeployResourceCommand().addResourceStringUtf8(text, p.process() + ".bpmn").send().join();
        }
      }
    }
  }

  private final Map<String, Deployed> engines = new HashMap<>();

  @AfterEach
  void close() {
    for (Deployed d : engines.values()) {
      d.client.close();
      d.engine.stop();
    }
  }

  private void execute(Plans.Plan plan, Plans.Run run) throws Exception {
    if (!engines.containsKey(plan.folder())) {
      engines.put(plan.folder(), new Deployed(plan.folder()));
    }
    ZeebeTestEngine engine = engines.get(plan.folder()).engine;
    ZeebeClient client = engines.get(plan.folder()).client;
    Set<Long> done = engines.get(plan.folder()).done;
    long key = client.newCreateInstanceCommand().bpmnProcessId(plan.process()).latestVersion()
        .variables(run.variables()).send().join().getProcessInstanceKey();
    engine.waitForIdleState(Duration.ofSeconds(10));
    boolean waited = false;
    for (int i = 0; i < 200 && !ended(engine, key); i++) {
      int before = done.size();
      for (Record<JobRecordValue> job : jobs(engine)) {
        if (!done.add(job.getKey())) {
          continue;
        }
        boolean own = job.getValue().getProcessInstanceKey() == key;
        boolean timed = own ? plan.timers().containsKey(job.getValue().getElementId()) : !plan.timers().isEmpty();
        if (run.late() && timed && (own || !waited)) {
          engine.increaseTime(LONG);
          timers(engine);
          waited = true;
        }
        Map<String, Object> result = new HashMap<>();
        if (job.getValue().getType().equals("reglament-due-date")) {
          var given = local(engine, job.getValue().getElementInstanceKey());
          if (!given.equals(Set.of("value", "unit"))) {
            throw new AssertionError(job.getValue().getElementId() + " is not told the term: " + given);
          }
          result.put("due", run.late() ? "2000-01-01T09:00:00Z" : Plans.FUTURE);
        }
        client.newCompleteCommand(job.getKey()).variables(result).send().join();
        engine.waitForIdleState(Duration.ofSeconds(10));
      }
      if (done.size() == before) {
        throw new AssertionError("nothing to do in " + completed(engine, key) + incidents(engine));
      }
    }
    Plans.same(completed(engine, key), run);
  }

  /**
   * Waits until every timer has fired or is cancelled, and what follows is done. The engine calls itself
   * idle before it has looked at timers that are due, so to wait for that alone is a race.
   */
  private static void timers(ZeebeTestEngine engine) throws Exception {
    for (int i = 0; i < 1000; i++) {
      engine.waitForIdleState(Duration.ofSeconds(10));
      var open = new HashSet<Long>();
      for (Record<?> r : engine.getRecordStreamSource().getRecords()) {
        if (r.getIntent() == TimerIntent.CREATED) {
          open.add(r.getKey());
        } else if (r.getIntent() == TimerIntent.TRIGGERED || r.getIntent() == TimerIntent.CANCELED) {
          open.remove(r.getKey());
        }
      }
      if (open.isEmpty()) {
        engine.waitForIdleState(Duration.ofSeconds(10));
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("timers that are due do not fire");
  }

  @SuppressWarnings("unchecked")
  private static List<Record<JobRecordValue>> jobs(ZeebeTestEngine engine) {
    var list = new ArrayList<Record<JobRecordValue>>();
    for (Record<?> r : engine.getRecordStreamSource().getRecords()) {
      if (r.getIntent() == JobIntent.CREATED) {
        list.add((Record<JobRecordValue>) r);
      }
    }
    return list;
  }

  /** The names of an element's own variables. */
  private static Set<String> local(ZeebeTestEngine engine, long scope) {
    var names = new HashSet<String>();
    for (Record<?> r : engine.getRecordStreamSource().getRecords()) {
      if (r.getIntent() == VariableIntent.CREATED && ((VariableRecordValue) r.getValue()).getScopeKey() == scope) {
        names.add(((VariableRecordValue) r.getValue()).getName());
      }
    }
    return names;
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
