package dev.threadline.ingestion.source.mapping;

import dev.threadline.ingestion.source.column.RecordColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.Star;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rewrites a parsed SELECT so that {@link RecordColumns} travel from {@code raw} through it beside the columns that its
 * author wrote, and so that malformed records pass its conditions and reach the rejects.
 *
 * <p>It sees through projections, conditions, orders, sub-queries, WITH and UNION ALL. Where a SELECT joins, groups,
 * limits or explodes, its rows are no longer records.
 */
final class TracedSelect {

    /** A named query of WITH; told whether malformed records shall come out of it. */
    private interface CommonQuery extends Function<Boolean, Optional<LogicalPlan>> {}

    private static final String RAW = "raw";

    private final Map<String, CommonQuery> common;

    private TracedSelect(Map<String, CommonQuery> common) {
        this.common = common;
    }

    /** The rewritten plan; empty where records cannot be followed. */
    static Optional<LogicalPlan> of(LogicalPlan parsed) {
        return new TracedSelect(Map.of()).trace(parsed, true);
    }

    /** Follows records; of the branches of a union only one lets the malformed ones out. */
    private Optional<LogicalPlan> trace(LogicalPlan plan, boolean withMalformed) {
        if (plan instanceof UnresolvedRelation relation) {
            return relation(relation, withMalformed);
        }
        if (plan instanceof UnresolvedWith with) {
            return with(with, withMalformed);
        }
        if (plan instanceof Union union) {
            return union(union, withMalformed);
        }
        if (plan instanceof Filter filter) {
            return trace(filter.child(), withMalformed)
                    .map(child -> new Filter(new Or(filter.condition(), column(RecordColumns.MALFORMED)), child));
        }
        if (plan instanceof Project project) {
            return explodes(project.projectList())
                    ? Optional.empty()
                    : trace(project.child(), withMalformed)
                            .map(child -> new Project(withRecordColumns(project.projectList()), child));
        }
        if (plan instanceof SubqueryAlias || plan instanceof Sort) {
            return trace(plan.children().head(), withMalformed).map(child -> plan.withNewChildren(seq(List.of(child))));
        }
        return Optional.empty();
    }

    private Optional<LogicalPlan> relation(UnresolvedRelation relation, boolean withMalformed) {
        String name = relation.multipartIdentifier().mkString(".").toLowerCase(Locale.ROOT);
        CommonQuery query = common.get(name);
        if (query != null) {
            return query.apply(withMalformed).map(plan -> new SubqueryAlias(new AliasIdentifier(name), plan));
        }
        if (!name.equals(RAW)) {
            return Optional.empty();
        }
        return Optional.of(withMalformed ? relation : new Filter(new Not(column(RecordColumns.MALFORMED)), relation));
    }

    private Optional<LogicalPlan> with(UnresolvedWith with, boolean withMalformed) {
        Map<String, CommonQuery> inScope = new HashMap<>(common);
        for (Tuple3<String, SubqueryAlias, ?> query : CollectionConverters.asJava(with.cteRelations())) {
            TracedSelect before = new TracedSelect(Map.copyOf(inScope));
            LogicalPlan body = query._2().child();
            inScope.put(query._1().toLowerCase(Locale.ROOT), malformed -> before.trace(body, malformed));
        }
        return new TracedSelect(inScope).trace(with.child(), withMalformed);
    }

    private Optional<LogicalPlan> union(Union union, boolean withMalformed) {
        List<LogicalPlan> branches = new ArrayList<>();
        for (LogicalPlan branch : CollectionConverters.asJava(union.children())) {
            Optional<LogicalPlan> traced = trace(branch, withMalformed && branches.isEmpty());
            if (traced.isEmpty()) {
                return Optional.empty();
            }
            branches.add(traced.get());
        }
        return Optional.of(new Union(seq(branches), union.byName(), union.allowMissingCol()));
    }

    /** Whether a function among them makes any number of rows of one, such as {@code explode}: none of a malformed one. */
    private static boolean explodes(Seq<?> expressions) {
        return CollectionConverters.asJava(expressions).stream()
                .anyMatch(one -> one instanceof Expression expression
                        && ((one instanceof UnresolvedFunction function && isGenerator(function))
                                || explodes(expression.children())));
    }

    /** Whether it can stand where a table stands. */
    private static boolean isGenerator(UnresolvedFunction function) {
        return TableFunctionRegistry.builtin()
                .functionExists(new FunctionIdentifier(function.nameParts().last()));
    }

    private static Seq<NamedExpression> withRecordColumns(Seq<NamedExpression> selected) {
        List<NamedExpression> columns = new ArrayList<>(CollectionConverters.asJava(selected));
        if (columns.stream().noneMatch(Star.class::isInstance)) {
            RecordColumns.ALL.forEach(name -> columns.add(column(name)));
        }
        return seq(columns);
    }

    private static UnresolvedAttribute column(String name) {
        return UnresolvedAttribute.quoted(name);
    }

    private static <T> Seq<T> seq(List<T> elements) {
        return CollectionConverters.asScala(elements).toSeq();
    }
}
