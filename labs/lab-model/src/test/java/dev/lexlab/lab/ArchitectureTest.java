package dev.lexlab.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lexlab.lab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesOnlyLookBack = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("definition")
            .definedBy("dev.lexlab.lab")
            .layer("yaml")
            .definedBy("dev.lexlab.lab.yaml")
            .layer("result")
            .definedBy("dev.lexlab.lab.result")
            .layer("problem")
            .definedBy("dev.lexlab.lab.problem")
            .layer("text")
            .definedBy("dev.lexlab.lab.text")
            .layer("console")
            .definedBy("dev.lexlab.lab.console")
            .layer("files")
            .definedBy("dev.lexlab.lab.files")
            .whereLayer("definition")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("yaml")
            .mayOnlyBeAccessedByLayers("definition")
            .whereLayer("result")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("files")
            .mayOnlyBeAccessedByLayers("definition")
            .whereLayer("text")
            .mayOnlyBeAccessedByLayers("result")
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("result");

    @ArchTest
    static final ArchRule packagesMakeNoCircle =
            slices().matching("dev.lexlab.lab.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheConsoleTouchesTheStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lexlab.lab.console")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static void theRulesSawTheModule(JavaClasses classes) {
        assertThat(classes).hasSizeGreaterThan(20);
    }
}
