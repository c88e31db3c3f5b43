package dev.lexlab.check;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(
        packages = {"dev.lexlab.check", "dev.lexlab.graders"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> WEAKENED = Set.of(
            "dev.lexlab.check.engine.Hardening",
            "dev.lexlab.check.engine.BuildLimits",
            "dev.lexlab.check.submission.Caps");

    /** take in, prepare, run, fold, report: what comes later may know what came before, never the other way. */
    @ArchTest
    static final ArchRule stagesOnlyLookBack = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("author")
            .definedBy("dev.lexlab.check.author")
            .layer("machinery")
            .definedBy(
                    "dev.lexlab.check.engine",
                    "dev.lexlab.check.embedded",
                    "dev.lexlab.check.service",
                    "dev.lexlab.check.machine")
            .layer("take in")
            .definedBy("dev.lexlab.check.submission")
            .layer("prepare")
            .definedBy("dev.lexlab.check.environment")
            .layer("checks as data")
            .definedBy("dev.lexlab.check.declared")
            .layer("run")
            .definedBy("dev.lexlab.check.run")
            .layer("fold")
            .definedBy("dev.lexlab.check.fold")
            .layer("report")
            .definedBy("dev.lexlab.check.report")
            .layer("learner")
            .definedBy("dev.lexlab.check.learner")
            .layer("look")
            .definedBy("dev.lexlab.check.shell")
            .layer("recipes")
            .definedBy("dev.lexlab.check.recipe")
            .layer("scaffold")
            .definedBy("dev.lexlab.check.scaffold")
            .layer("pipeline")
            .definedBy("dev.lexlab.check.pipeline")
            .layer("watch")
            .definedBy("dev.lexlab.check.watch")
            .layer("prove")
            .definedBy("dev.lexlab.check.prove")
            .layer("mutate")
            .definedBy("dev.lexlab.check.mutate")
            .layer("examples")
            .definedBy("dev.lexlab.check.example")
            .layer("bench")
            .definedBy("dev.lexlab.check.bench")
            .layer("cli")
            .definedBy("dev.lexlab.check.cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bench")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("watch")
            .mayOnlyBeAccessedByLayers("bench", "cli")
            .whereLayer("mutate")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("prove")
            .mayOnlyBeAccessedByLayers("mutate", "cli")
            .whereLayer("examples")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("scaffold")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("watch", "prove", "mutate", "bench", "cli")
            .whereLayer("learner")
            .mayOnlyBeAccessedByLayers("watch", "bench", "cli")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("learner", "watch", "cli")
            .whereLayer("fold")
            .mayOnlyBeAccessedByLayers("pipeline", "cli")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("fold", "look", "pipeline", "watch", "prove", "mutate", "bench", "cli")
            .whereLayer("look")
            .mayOnlyBeAccessedByLayers("prove", "cli")
            .whereLayer("checks as data")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("prepare")
            .mayOnlyBeAccessedByLayers(
                    "checks as data", "run", "look", "pipeline", "watch", "prove", "mutate", "bench", "cli")
            .whereLayer("recipes")
            .mayOnlyBeAccessedByLayers("prepare")
            .whereLayer("take in")
            .mayOnlyBeAccessedByLayers(
                    "run", "fold", "learner", "look", "pipeline", "watch", "prove", "mutate", "bench", "cli")
            .whereLayer("machinery")
            .mayOnlyBeAccessedByLayers("prepare", "look", "prove", "examples", "bench", "cli", "scaffold");

    @ArchTest
    static final ArchRule packagesMakeNoCircle =
            slices().matching("dev.lexlab.check.(*)..").should().beFreeOfCycles();

    /** What weakens a control is made by tests alone; the whole ones are constants of these classes. */
    @ArchTest
    static final ArchRule nobodyWeakensAControl = noClasses()
            .should()
            .callConstructorWhere(describe(
                    "it makes a control that is not the usual one",
                    call -> WEAKENED.contains(call.getTargetOwner().getName())
                            && !WEAKENED.contains(call.getOriginOwner().getName())));

    @ArchTest
    static final ArchRule theEngineNeverSeesAGrader = noClasses()
            .that()
            .resideInAPackage("dev.lexlab.check..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.lexlab.graders..");

    @ArchTest
    static final ArchRule gradersSeeOnlyTheAuthorsNames = noClasses()
            .that()
            .resideInAPackage("dev.lexlab.graders..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lexlab.check.submission",
                    "dev.lexlab.check.environment",
                    "dev.lexlab.check.engine",
                    "dev.lexlab.check.run",
                    "java.sql..",
                    "org.testcontainers..");

    @ArchTest
    static final ArchRule nobodyButTheConsoleTouchesTheStandardStreams =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.lexlab.check.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static void theRulesSawTheModule(JavaClasses classes) {
        assertThat(classes).hasSizeGreaterThan(80);
    }
}
