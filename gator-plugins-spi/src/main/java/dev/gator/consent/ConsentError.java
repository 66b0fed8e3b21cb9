package dev.gator.consent;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Why a consent gate stayed shut. None of these can be overridden by configuration. */
public enum ConsentError implements ErrorCode {
    /** The grant does not cover this kind of work. */
    SCOPE_NOT_GRANTED("GATOR-CON-001", "ask the person for a grant with this scope"),
    /** The grant does not cover this purpose. */
    PURPOSE_NOT_GRANTED("GATOR-CON-002", "ask the person for a grant with this purpose"),
    /** The grant is for certain channels and this is none of them. */
    CHANNEL_NOT_GRANTED("GATOR-CON-003", "name a granted channel, or ask for a grant that covers it"),
    /** The grant is for certain territories and this is none of them. */
    TERRITORY_NOT_GRANTED("GATOR-CON-004", "name a granted territory, or ask for a grant that covers it"),
    /** The grant begins later. */
    NOT_YET_VALID("GATOR-CON-005", "wait until the grant begins"),
    /** The grant has ended. */
    EXPIRED("GATOR-CON-006", "ask the person again; a grant cannot be prolonged, only granted anew"),
    /** The person took the permission back. */
    REVOKED("GATOR-CON-007", "stop using this voice or face; only a new grant can allow it again"),
    /** The verifier did not approve the request. */
    NOT_APPROVED("GATOR-CON-008", "complete what the verifier found missing and ask again"),
    /** The living person was not shown to be present. */
    LIVENESS_NOT_SHOWN("GATOR-CON-009", "record the person speaking the phrase and ask again"),
    /** The signed evidence is missing. */
    EVIDENCE_MISSING("GATOR-CON-010", "attach the signed form to the request"),
    /** The person is not known to be an adult. */
    NOT_AN_ADULT("GATOR-CON-011", "nothing to do; voices and faces of minors are never offered"),
    /** Somebody else asks for a public figure. */
    PUBLIC_FIGURE("GATOR-CON-012", "only the person can ask, as Subject.self"),
    /** The grant belongs to another tenant. */
    OTHER_HOLDER("GATOR-CON-013", "ask for a grant of this tenant's own"),
    /** The grant was not issued here, or its text was changed. */
    UNKNOWN_GRANT("GATOR-CON-014", "use the grant's own text with the issuer that made it"),
    /** The grant is about somebody else. */
    OTHER_SUBJECT("GATOR-CON-015", "use the grant of the person in the material");

    private final String id;
    private final String remedy;

    ConsentError(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ErrorCategory category() {
        return ErrorCategory.CONSENT;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
