package dev.threadline.ingestion.source.mapping;

import dev.threadline.ingestion.MappingErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.Star;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A mapping's SELECT, parsed: which columns it names is known before any file is read.
 *
 * @param parsed Spark's plan of it, with nothing resolved
 * @param namedColumns every name in it that may be a column of {@code raw}
 * @param namesAll whether it may use columns that it does not name, by {@code *} or in a sub-query's condition
 */
record MappingPlan(LogicalPlan parsed, Set<String> namedColumns, boolean namesAll) {

    static MappingPlan parse(SparkSession spark, SourceMapping mapping) {
        LogicalPlan parsed = parsed(spark, mapping);
        if (parsed instanceof Command || parsed instanceof ParsedStatement) {
            throw MappingErrors.mappingIsNoSelect(mapping.locator());
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        boolean[] namesAll = new boolean[1];
        visit(parsed, expression -> {
            if (expression instanceof UnresolvedAttribute attribute) {
                names.addAll(CollectionConverters.asJava(attribute.nameParts()));
            }
            namesAll[0] |= expression instanceof Star || expression instanceof SubqueryExpression;
        });
        return new MappingPlan(parsed, names, namesAll[0]);
    }

    /** Those of the given columns that the SELECT can see the values of. */
    List<String> columnsAmong(Collection<String> columns) {
        Set<String> distinct = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        distinct.addAll(columns);
        return distinct.stream()
                .filter(column -> namesAll || namedColumns.contains(column))
                .collect(Collectors.toList());
    }

    private static LogicalPlan parsed(SparkSession spark, SourceMapping mapping) {
        try {
            return ((org.apache.spark.sql.classic.SparkSession) spark)
                    .sessionState()
                    .sqlParser()
                    .parsePlan(mapping.sql());
        } catch (Exception cause) {
            throw cause instanceof ParseException mistake
                    ? MappingErrors.mappingDoesNotParse(mapping.locator(), mistake.getMessage(), mistake)
                    : new IllegalStateException("cannot parse the mapping " + mapping.locator(), cause);
        }
    }

    private static void visit(LogicalPlan plan, java.util.function.Consumer<Expression> visitor) {
        List<Expression> pending = new ArrayList<>(CollectionConverters.asJava(plan.expressions()));
        while (!pending.isEmpty()) {
            Expression expression = pending.remove(pending.size() - 1);
            visitor.accept(expression);
            pending.addAll(CollectionConverters.asJava(expression.children()));
        }
        CollectionConverters.asJava(plan.children()).forEach(child -> visit(child, visitor));
        for (Object inner : CollectionConverters.asJava(plan.innerChildren())) {
            if (inner instanceof LogicalPlan innerPlan) {
                visit(innerPlan, visitor);
            }
        }
    }
}
