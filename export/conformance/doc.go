// Package conformance holds no code of the program: its tests run exported definitions in
// workflow engines and through linters that others wrote.
//
// A test skips, and says why, where its engine is not installed; with CI=true it fails.
//
//   - REGLAMENT_NODE_MODULES names the node_modules folder in which the packages of
//     node/package.json are installed.
//   - The engines of the JVM need mvn and Java 17 on the PATH. REGLAMENT_MAVEN_REPOSITORY
//     names the local repository that holds what jvm/pom.xml asks for.
//   - REGLAMENT_CORPUS names the folder of the real acts.
package conformance
