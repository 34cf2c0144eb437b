package reglament;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/** What the Go test wants to be executed, and what has to come of it. */
final class Plans {
  static final String FOLDER = System.getProperty("conformance.definitions", "");

  /** A day on which no test runs. */
  static final String FUTURE = "2999-01-01T18:30:00Z";

  record Run(String name, Map<String, Object> variables, boolean late, List<String> visits) {}

  record Plan(
      String file, String target, String process, Map<String, String> calls, Map<String, List<String>> timers,
      List<Run> runs) {
    File bpmn() {
      return new File(FOLDER, file);
    }

    /** Definitions of one act and kind of deadline; a definition calls those of its own folder. */
    String folder() {
      return new File(file).getParent();
    }
  }

  /** The plans of an engine. */
  static List<Plan> of(String target) throws IOException {
    Assertions.assertFalse(FOLDER.isEmpty(), "-Dconformance.definitions names no folder");
    var mapper = new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    var plans = new ArrayList<Plan>();
    for (Plan p : mapper.readValue(new File(FOLDER, "plans.json"), Plan[].class)) {
      if (p.target().equals(target)) {
        plans.add(p);
      }
    }
    Assertions.assertFalse(plans.isEmpty(), "no plans for " + target);
    return plans;
  }

  /** What is done with a run. */
  interface Execution {
    void of(Plan plan, Run run) throws Exception;
  }

  /** A test for each run. */
  static List<DynamicTest> tests(List<Plan> plans, Execution execute) {
    var tests = new ArrayList<DynamicTest>();
    for (Plan p : plans) {
      for (Run r : p.runs()) {
        tests.add(DynamicTest.dynamicTest(p.file() + ": " + r.name(), () -> execute.of(p, r)));
      }
    }
    return tests;
  }

  static void same(List<String> got, Run run) {
    Assertions.assertEquals(String.join(" ", new TreeSet<>(run.visits())), String.join(" ", new TreeSet<>(got)));
    Assertions.assertEquals(run.visits().size(), got.size(), "a node was visited twice");
  }

  private Plans() {}
}
