package dev.lexlab.site;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lexlab.site", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule stagesOnlyLookBack = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("address")
            .definedBy("dev.lexlab.site.address")
            .layer("scan")
            .definedBy("dev.lexlab.site.scan")
            .layer("markup")
            .definedBy("dev.lexlab.site.markup")
            .layer("parse")
            .definedBy("dev.lexlab.site.parse")
            .layer("highlight")
            .definedBy("dev.lexlab.site.highlight")
            .layer("model")
            .definedBy("dev.lexlab.site.model")
            .layer("build")
            .definedBy("dev.lexlab.site.build")
            .layer("render")
            .definedBy("dev.lexlab.site.render")
            .layer("search")
            .definedBy("dev.lexlab.site.search")
            .layer("exchange")
            .definedBy("dev.lexlab.site.exchange")
            .layer("verify")
            .definedBy("dev.lexlab.site.verify")
            .layer("write")
            .definedBy("dev.lexlab.site.write")
            .layer("pipeline")
            .definedBy("dev.lexlab.site.pipeline")
            .layer("lookup")
            .definedBy("dev.lexlab.site.lookup")
            .layer("links")
            .definedBy("dev.lexlab.site.links")
            .layer("serve")
            .definedBy("dev.lexlab.site.serve")
            .layer("bench")
            .definedBy("dev.lexlab.site.bench")
            .layer("cli")
            .definedBy("dev.lexlab.site.cli")
            .whereLayer("address")
            .mayOnlyBeAccessedByLayers("parse", "model", "build", "render", "verify", "pipeline", "cli")
            .whereLayer("scan")
            .mayOnlyBeAccessedByLayers("markup", "parse", "build", "verify", "pipeline", "lookup", "cli")
            .whereLayer("markup")
            .mayOnlyBeAccessedByLayers("parse", "build", "pipeline")
            .whereLayer("parse")
            .mayOnlyBeAccessedByLayers("build", "pipeline", "lookup")
            .whereLayer("highlight")
            .mayOnlyBeAccessedByLayers("build")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("build", "render", "search", "exchange", "pipeline", "cli")
            .whereLayer("build")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("render")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("search")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("verify")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("write")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("lookup")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("links")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("serve")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("bench")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule packagesMakeNoCircle =
            slices().matching("dev.lexlab.site.(*)..").should().beFreeOfCycles();

    /** It starts programs and reads what they say: then it measures what people have. */
    @ArchTest
    static final ArchRule theBenchUsesNoPartOfTheGenerator = noClasses()
            .that()
            .resideInAPackage("dev.lexlab.site.bench")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.lexlab.site..").and(not(resideInAPackage("dev.lexlab.site.bench"))));

    @ArchTest
    static final ArchRule theGeneratorNeverSeesAGrader =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.lexlab.check..", "dev.lexlab.graders..");

    /** The bare engines are what the generator is measured against, and no part of it. */
    @ArchTest
    static final ArchRule onlyMarkupKnowsItsEngines = classes()
            .that()
            .resideOutsideOfPackage("dev.lexlab.site.markup")
            .and()
            .haveNameNotMatching("dev\\.lexlab\\.site\\.bench\\.Bare(Asciidoctor|Chain)")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("org.asciidoctor..", "org.commonmark..", "com.vladsch.flexmark..", "org.jruby..");

    @ArchTest
    static final ArchRule nobodyWritesToTheStandardStreams =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule onlyTheCommandsReadTheClock = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.lexlab.site.scan",
                    "dev.lexlab.site.markup",
                    "dev.lexlab.site.parse",
                    "dev.lexlab.site.build",
                    "dev.lexlab.site.render",
                    "dev.lexlab.site.exchange",
                    "dev.lexlab.site.address",
                    "dev.lexlab.site.links",
                    "dev.lexlab.site.search",
                    "dev.lexlab.site.write")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static void theRulesSawTheModule(JavaClasses classes) {
        assertThat(classes).hasSizeGreaterThan(100);
    }
}
