package dev.threadline.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.threadline.dashboard", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDashboardKnowsTablesNotClassesOfOtherModules = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "dev.threadline.ingestion..", "dev.threadline.jobs..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.threadline.dashboard.(**)").should().beFreeOfCycles();
}
