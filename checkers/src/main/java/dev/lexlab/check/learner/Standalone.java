package dev.lexlab.check.learner;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.text.Sink;

/** The files around a learner's work that lives in a repository of its own. */
final class Standalone {
    static final String GITIGNORE = "target/\n";

    private Standalone() {}

    /** One that does nothing but start the course's checks in {@code verify}. */
    static String pom(LabDefinition lab, String launcher) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- mvn verify grades this folder. It needs a copy of the course; tell where with -Dlexlab=…/lexlab. -->
                <project xmlns="http://maven.apache.org/POM/4.0.0"
                         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                         xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>my.work</groupId>
                  <artifactId>%1$s</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <properties>
                    <lexlab>${project.basedir}/%2$s</lexlab>
                  </properties>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>org.codehaus.mojo</groupId>
                        <artifactId>exec-maven-plugin</artifactId>
                        <version>3.6.4</version>
                        <executions>
                          <execution>
                            <id>grade</id>
                            <phase>verify</phase>
                            <goals>
                              <goal>exec</goal>
                            </goals>
                            <configuration>
                              <executable>${lexlab}</executable>
                              <arguments>
                                <argument>check</argument>
                                <argument>%1$s</argument>
                                <argument>--work</argument>
                                <argument>${project.basedir}</argument>
                                <argument>--junit</argument>
                                <argument>${project.build.directory}/failsafe-reports</argument>
                                <argument>--html</argument>
                                <argument>${project.build.directory}/lexlab/report.html</argument>
                              </arguments>
                            </configuration>
                          </execution>
                        </executions>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(lab.id(), Sink.XML.encode(launcher));
    }
}
