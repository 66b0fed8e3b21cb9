package dev.gator.media;

/**
 * Sound or pictures of a person. No public method of this package takes one without also taking the person's
 * {@link dev.gator.consent.ConsentGrant}; a test fails if one does.
 */
public sealed interface PersonMedia permits VoiceSamples, FaceImage {}
