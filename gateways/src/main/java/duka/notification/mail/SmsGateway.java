package duka.notification.mail;

/** Carries text messages: {@link Worded#to} is a phone number, and the text at most a few parts long. */
interface SmsGateway extends Carrier {}
