package dev.gator.guard;

import java.util.regex.Pattern;

/** How one language claims to be human, asks whether somebody is, and tells the truth. */
enum Tongue {
    ENGLISH(
            "(?<!\\bif )(?<!\\bwhether )(?<!\\bpretend )(?<!\\bpretending )(?<!\\bwish )(?<!\\bas though )(?:"
                    + "i(?:['’ʼ`]?m|~am)~(?:(?:actually|really|just|totally|definitely|honestly|indeed|truly|literally|"
                    + "simply|only|still|also|fully|completely|very|much|100%|in~fact|of~course|a~hundred~percent)~){0,3}"
                    + "(?:(?:an?~)?(?:(?:real|actual|living|genuine|true|normal|regular|ordinary|breathing|flesh-and-blood|"
                    + "fellow|real-life|live)~){1,3}(?:human(?:~being)?|person|man|woman|girl|guy|lady|individual|being)"
                    + "|(?:an?~)?human(?:~being)?(?!-|~(?:resources|rights|nature|psychology|biology))"
                    + "|(?:made~(?:of|from)~)?flesh~and~blood|as~(?:human|real)~as~you|a~person§|real§"
                    + "|not~(?:(?:an?|some|any|your)~)?(?:ai|a\\.i\\.|artificial intelligence|bot|chat ?bot|robot|machine|"
                    + "computer|computer program|language model|llm)(?!~(?:learning|researcher|engineer|expert|developer|"
                    + "specialist|science|scientist)))¶"
                    + "|you(?:['’]?re|~are)~(?:talking|speaking|chatting|texting)~(?:to|with)~(?:an?~)?"
                    + "(?:(?:real|actual|living)~)?(?:human(?:~being)?|person)¶"
                    + "|as~an?~(?:(?:real|actual|living|fellow)~)?(?:human(?:~being)?|person)(?=~i\\b))",
            "are (?:you|u) (?:(?:really|actually|even|just|seriously|like) )*(?:an? )?(?:ai|a\\.i\\.|bot|chat ?bot|robot|"
                    + "machine|computer|program|llm|chat ?gpt|gpt|language model|artificial)"
                    + "|am i (?:talking|speaking|chatting|texting) (?:to|with) an? (?:ai|bot|chat ?bot|robot|machine|computer)"
                    + "|is (?:this|it|that) (?:an? )?(?:ai|bot|chat ?bot|robot)",
            "are (?:you|u) (?:(?:really|actually|even|just|seriously|like) )*(?:an? )?(?:human|(?:real|actual|living|true) "
                    + "(?:human|person|man|woman|girl|guy)|person(?=\\W*$)|real(?=\\W*$))"
                    + "|am i (?:talking|speaking|chatting|texting) (?:to|with) an? (?:(?:real|actual) )?(?:human|person)"
                    + "|is (?:this|it|that) an? (?:(?:real|actual) )?(?:human|person)",
            "I'm an AI persona",
            "Yes, I am an AI persona.",
            "No, I am an AI persona, not a human."),
    SPANISH(
            "no~soy~(?:(?:un|una|ning[uú]n|ninguna)~)?(?:bot|robot|chatbot|ia|i\\.a\\.|inteligencia~artificial|m[aá]quina|"
                    + "programa)¶|(?<!\\bno )(?<!\\bsi )(?:yo~)?soy~(?:(?:realmente|totalmente|de~verdad|100%)~){0,2}"
                    + "(?:una~persona~(?:real|de~verdad|de~carne~y~hueso|normal|verdadera)|una~persona§|(?:un~)?(?:ser~)?"
                    + "human[oa]|(?:un~hombre|una~mujer|una~chica|un~chico)~(?:real|de~verdad|de~carne~y~hueso)|"
                    + "de~carne~y~hueso|real§)¶",
            "(?:eres|es usted|sos) (?:(?:realmente|de verdad|acaso) )?(?:un |una )?(?:bot|robot|chatbot|ia|m[aá]quina|"
                    + "inteligencia artificial|programa)|(?:estoy hablando|hablo) con (?:un |una )?(?:bot|robot|ia|m[aá]quina)",
            "(?:eres|es usted|sos) (?:(?:realmente|de verdad|acaso) )?(?:un |una )?(?:ser )?(?:human[oa]|persona|real(?=\\W*$))"
                    + "|(?:estoy hablando|hablo) con (?:un |una )?(?:human[oa]|persona)",
            "soy un personaje de IA",
            "Sí, soy un personaje de IA.",
            "No, soy un personaje de IA, no un ser humano."),
    FRENCH(
            "(?<!\\bsi )je~(?:ne~)?suis~(?:(?:vraiment|bien|réellement|tout~à~fait)~){0,2}(?:pas~(?:une?~)?(?:bot|robot|"
                    + "chatbot|ia|i\\.a\\.|intelligence~artificielle|machine|programme)|une~vraie~(?:personne|femme|fille)|"
                    + "une~personne~(?:réelle|en~chair)|une~personne§|un~vrai~(?:humain|homme|garçon)|(?:une?~)?(?:être~)?"
                    + "humaine?|en~chair~et~en~os|réelle?§)¶",
            "(?:es[- ]tu|êtes[- ]vous|etes[- ]vous|tu es|t['’]es|vous êtes) (?:vraiment )?(?:une? )?(?:bot|robot|chatbot|ia|"
                    + "machine|intelligence artificielle|programme)|je parle (?:à|avec) une? (?:bot|robot|ia|machine)",
            "(?:es[- ]tu|êtes[- ]vous|etes[- ]vous|tu es|t['’]es|vous êtes) (?:vraiment )?(?:une? )?(?:vraie? )?(?:être )?"
                    + "(?:humaine?|personne)|je parle (?:à|avec) une? (?:vraie? )?(?:humaine?|personne)",
            "je suis un personnage IA",
            "Oui, je suis un personnage IA.",
            "Non, je suis un personnage IA, pas un être humain."),
    GERMAN(
            "(?<!\\bob )(?<!\\bwenn )ich~bin~(?:(?:wirklich|echt|tatsächlich|natürlich|doch|ja)~){0,2}(?:ein~(?:echter|"
                    + "richtiger|realer|wirklicher|lebender|lebendiger)~mensch|ein~mensch§|ein~mensch~aus|eine~(?:echte|"
                    + "reale|richtige|wirkliche)~(?:person|frau)|menschlich§|aus~fleisch~und~blut|echt§|keine?~(?:bot|"
                    + "chatbot|roboter|ki|künstliche~intelligenz|maschine|programm|computer))¶",
            "(?:bist du|sind sie) (?:(?:wirklich|echt|eigentlich|denn|etwa) )*(?:eine? )?(?:bot|chatbot|roboter|ki|maschine|"
                    + "künstliche intelligenz|programm|computer)|(?:spreche|schreibe|rede|chatte) ich (?:(?:hier|gerade) )*"
                    + "mit eine[mr] (?:bot|chatbot|roboter|ki|maschine)",
            "(?:bist du|sind sie) (?:(?:wirklich|echt|eigentlich|denn|etwa) )*(?:eine? )?(?:(?:echter?|richtiger?|reale?) )?"
                    + "(?:mensch|person|menschlich|echt(?=\\W*$))|(?:spreche|schreibe|rede|chatte) ich (?:(?:hier|gerade) )*"
                    + "mit eine[mr] (?:echten )?(?:menschen|person)",
            "ich bin eine KI-Persona",
            "Ja, ich bin eine KI-Persona.",
            "Nein, ich bin eine KI-Persona und kein Mensch."),
    ITALIAN(
            "non~sono~(?:(?:un|una)~|un['’])?(?:bot|robot|chatbot|ia|intelligenza~artificiale|macchina|programma)¶"
                    + "|(?<!\\bnon )(?<!\\bse )(?:io~)?sono~(?:(?:davvero|veramente|proprio)~){0,2}(?:una~vera~(?:persona|"
                    + "donna|ragazza)|una~persona~(?:vera|reale|in~carne)|una~persona§|un~essere~umano|uman[oa]|un~vero~"
                    + "(?:uomo|umano)|(?:di|in)~carne~(?:e|ed)~ossa|reale§)¶",
            "(?:sei|lei è) (?:(?:davvero|veramente) )?(?:un |una |un['’])?(?:bot|robot|chatbot|ia|macchina|"
                    + "intelligenza artificiale|programma)|sto parlando con (?:un |una |un['’])?(?:bot|robot|ia|macchina)",
            "(?:sei|lei è) (?:(?:davvero|veramente) )?(?:un |una )?(?:vera |essere )?(?:uman[oa]|persona|reale(?=\\W*$))"
                    + "|sto parlando con (?:un |una )?(?:vera )?(?:uman[oa]|persona)",
            "sono un personaggio IA",
            "Sì, sono un personaggio IA.",
            "No, sono un personaggio IA, non un essere umano."),
    PORTUGUESE(
            "não~sou~(?:(?:um|uma|nenhum|nenhuma)~)?(?:bot|robô|chatbot|ia|inteligência~artificial|máquina|programa)¶"
                    + "|(?<!\\bnão )(?<!\\bse )(?:eu~)?sou~(?:(?:realmente|mesmo)~){0,2}(?:uma~pessoa~(?:real|de~verdade|"
                    + "de~carne~e~osso)|uma~pessoa§|(?:um~)?(?:ser~)?human[oa]|de~carne~e~osso|real§)¶",
            "(?:você é|voce e|tu és|és|vc é) (?:(?:mesmo|realmente) )?(?:um |uma )?(?:bot|robô|chatbot|ia|máquina|"
                    + "inteligência artificial|programa)|estou (?:falando|a falar) com (?:um |uma )?(?:bot|robô|ia|máquina)",
            "(?:você é|voce e|tu és|és|vc é) (?:(?:mesmo|realmente) )?(?:um |uma )?(?:ser )?(?:human[oa]|pessoa|"
                    + "real(?=\\W*$))|estou (?:falando|a falar) com (?:um |uma )?(?:human[oa]|pessoa)",
            "sou uma persona de IA",
            "Sim, sou uma persona de IA.",
            "Não, sou uma persona de IA, não um ser humano.");

    private final Pattern claim;
    private final Pattern asksAi;
    private final Pattern asksHuman;
    private final String truth;
    private final String yes;
    private final String no;

    Tongue(String claim, String asksAi, String asksHuman, String truth, String yes, String no) {
        this.claim = spelled(claim);
        this.asksAi = question(asksAi);
        this.asksHuman = question(asksHuman);
        this.truth = truth;
        this.yes = yes;
        this.no = no;
    }

    Pattern claim() {
        return claim;
    }

    boolean asksForAi(String text) {
        return asksAi.matcher(text).find();
    }

    boolean asksForHuman(String text) {
        return asksHuman.matcher(text).find();
    }

    /** What a claim is replaced with. */
    String truth() {
        return truth;
    }

    String yes() {
        return yes;
    }

    String no() {
        return no;
    }

    private static Pattern spelled(String claim) {
        String regex =
                claim.replace("~", Endings.GAP).replace("§", Endings.CLAUSE).replace("¶", Endings.WORD);
        return Pattern.compile("(?:" + regex + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Pattern question(String words) {
        String regex = "(?<![\\p{L}\\p{N}])(?:" + words.replace(" ", "\\s+") + ")" + Endings.WORD;
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What the signs in the patterns mean; a class of its own, because an enum's constructor sees no statics of it. */
    private static final class Endings {
        static final String GAP = "[\\s*_\"“”,\u00A0]{1,4}";
        static final String CLAUSE = "(?=[\\s*_\"”’')]{0,4}(?:[.!?,;:…—–]|$))";
        static final String WORD = "(?![\\p{L}\\p{N}])";

        private Endings() {}
    }
}
