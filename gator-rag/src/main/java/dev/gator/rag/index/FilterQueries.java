package dev.gator.rag.index;

import dev.gator.store.Attribute;
import dev.gator.store.Filter;
import java.util.List;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Says a filter in Lucene's terms. */
final class FilterQueries {

    private static final Query ALL = new MatchAllDocsQuery();

    private FilterQueries() {}

    static boolean isAll(Filter filter) {
        return filter instanceof Filter.And and && and.parts().stream().allMatch(FilterQueries::isAll);
    }

    static Query of(Filter filter) {
        if (filter instanceof Filter.Eq eq) {
            return equal(eq.name(), eq.value());
        } else if (filter instanceof Filter.In in) {
            return new TermInSetQuery(
                    Fields.texts(in.name()),
                    in.values().stream()
                            .map(value -> new BytesRef(Fields.term(value)))
                            .toList());
        } else if (filter instanceof Filter.Range range) {
            return within(range);
        } else if (filter instanceof Filter.Exists exists) {
            return term(Fields.NAMES, exists.name());
        } else if (filter instanceof Filter.And and) {
            return and.parts().isEmpty() ? ALL : joined(and.parts(), Occur.FILTER);
        } else if (filter instanceof Filter.Or or) {
            return new ConstantScoreQuery(joined(or.parts(), Occur.SHOULD));
        }
        Filter excluded = ((Filter.Not) filter).part();
        return new BooleanQuery.Builder()
                .add(ALL, Occur.FILTER)
                .add(of(excluded), Occur.MUST_NOT)
                .build();
    }

    private static Query equal(String name, Attribute value) {
        if (value instanceof Attribute.Text text) {
            return term(Fields.texts(name), Fields.term(text.value()));
        } else if (value instanceof Attribute.Numeric number) {
            return DoublePoint.newExactQuery(Fields.numbers(name), number.value());
        } else if (value instanceof Attribute.Flag flag) {
            return term(Fields.flags(name), Fields.flag(flag.value()));
        }
        return new MatchNoDocsQuery("several texts are compared with In");
    }

    private static Query within(Filter.Range range) {
        Double min = range.min();
        Double max = range.max();
        double from = min == null ? Double.NEGATIVE_INFINITY : min;
        double to = max == null ? Double.POSITIVE_INFINITY : max;
        if (!(from <= to)) {
            return new MatchNoDocsQuery("nothing lies beyond not-a-number");
        }
        // Lucene orders the two zeros; for a filter they are one
        return DoublePoint.newRangeQuery(Fields.numbers(range.name()), from == 0 ? -0.0 : from, to + 0.0);
    }

    private static Query joined(List<Filter> parts, Occur occur) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(of(part), occur));
        return all.build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
