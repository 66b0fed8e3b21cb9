package dev.gator.rag.script;

import java.util.List;

/**
 * What a brand does; applications add their own.
 *
 * @param name lower-case letters, digits and underscores
 */
public record Sector(String name) {

    /** The catalogue's {@code fitness}. */
    public static final Sector FITNESS = new Sector("fitness");

    /** The catalogue's {@code finance}. */
    public static final Sector FINANCE = new Sector("finance");

    /** The catalogue's {@code fashion}. */
    public static final Sector FASHION = new Sector("fashion");

    /** The catalogue's {@code beauty}. */
    public static final Sector BEAUTY = new Sector("beauty");

    /** The catalogue's {@code productivity}. */
    public static final Sector PRODUCTIVITY = new Sector("productivity");

    /** The catalogue's {@code pets}. */
    public static final Sector PETS = new Sector("pets");

    /** The catalogue's {@code education}. */
    public static final Sector EDUCATION = new Sector("education");

    /** The catalogue's {@code wellness}. */
    public static final Sector WELLNESS = new Sector("wellness");

    /** The catalogue's {@code technology}. */
    public static final Sector TECHNOLOGY = new Sector("technology");

    /** The catalogue's {@code food}. */
    public static final Sector FOOD = new Sector("food");

    /** The catalogue's {@code travel}. */
    public static final Sector TRAVEL = new Sector("travel");

    /** The catalogue's {@code real_estate}. */
    public static final Sector REAL_ESTATE = new Sector("real_estate");

    /** Checks the name. */
    public Sector {
        name = Slug.of("sector", name);
    }

    /** Returns one of the catalogue's, or a new one. */
    public static Sector of(String name) {
        return new Sector(name);
    }

    /** Returns those that Gator knows. */
    public static List<Sector> known() {
        return List.of(
                FITNESS,
                FINANCE,
                FASHION,
                BEAUTY,
                PRODUCTIVITY,
                PETS,
                EDUCATION,
                WELLNESS,
                TECHNOLOGY,
                FOOD,
                TRAVEL,
                REAL_ESTATE);
    }

    /** Returns the name in plain words. */
    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
