package reglament;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Definitions in an engine that runs in this process and does nothing by itself. */
abstract class InProcess {
  static final String WORKER = "worker";

  private final String target;
  private String folder;
  private String deployment;

  InProcess(String target) {
    this.target = target;
  }

  /** Deploys definitions by their file names, and says how the deployment is called. */
  abstract String deploy(Map<String, String> definitions);

  abstract void delete(String deployment);

  /** Starts an instance and says how it is called. */
  abstract String start(String process, Map<String, Object> variables);

  abstract boolean running(String instance);

  /** Lets the timers of an instance fire, whenever they are due. */
  abstract void late(String instance);

  /** Does what is to be done, by systems before people; false where nothing is. */
  abstract boolean work();

  /** The nodes of an instance that were left, in any order. */
  abstract List<String> completed(String instance);

  abstract void close();

  @AfterEach
  void end() {
    close();
  }

  @TestFactory
  List<DynamicTest> definitions() throws IOException {
    var plans = Plans.of(target);
    return Plans.tests(plans, (plan, run) -> {
      only(plans, plan.folder());
      execute(plan, run);
    });
  }

  /** Has the definitions of one folder deployed: those of others may have the same names. */
  private void only(List<Plans.Plan> plans, String wanted) throws IOException {
    if (wanted.equals(folder)) {
      return;
    }
    if (deployment != null) {
      delete(deployment);
    }
    var definitions = new HashMap<String, String>();
    for (Plans.Plan p : plans) {
      if (p.folder().equals(wanted)) {
        definitions.put(p.process() + ".bpmn", Files.readString(p.bpmn().toPath()));
      }
    }
    deployment = deploy(definitions);
    folder = wanted;
  }

  private void execute(Plans.Plan plan, Plans.Run run) {
    String instance = start(plan.process(), new HashMap<>(run.variables()));
    for (int i = 0; i < 200 && running(instance); i++) {
      if (run.late()) {
        late(instance);
      }
      if (!work()) {
        throw new AssertionError("nothing to do in " + completed(instance));
      }
    }
    Plans.same(completed(instance), run);
  }
}
