/** What people are told by mail and text, under test as they meet it. */
package duka.notification;
