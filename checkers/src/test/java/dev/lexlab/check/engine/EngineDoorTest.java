package dev.lexlab.check.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.testcontainers.containers.GenericContainer;

@AnalyzeClasses(packages = "dev.lexlab", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineDoorTest {

    @ArchTest
    static final ArchRule onlyTheDoorKnowsHowContainersAreMade = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lexlab.check.engine")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..")
                    .and(resideOutsideOfPackage("com.github.dockerjava.api.exception")));

    @ArchTest
    static final ArchRule onlyTheHardenedOneIsAContainer = noClasses()
            .that()
            .doNotHaveSimpleName("HardenedContainer")
            .should()
            .beAssignableTo(GenericContainer.class)
            .orShould()
            .callMethod(DockerClient.class, "createContainerCmd", String.class);

    @ArchTest
    static void theRulesSawTheDoor(JavaClasses classes) {
        assertThat(classes.contain(HardenedContainer.class)).isTrue();
        assertThat(classes).hasSizeGreaterThan(30);
    }
}
