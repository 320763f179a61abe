import { LitElement } from 'lit';
import { Localized, localeOf, type Messages, messagesOf } from '../../i18n/locale';

/** A part of a lab element: it inherits the design of its host and speaks its language. */
export abstract class LocalizedElement extends LitElement {
  constructor() {
    super();
    new Localized(this);
  }

  protected get t(): Messages {
    return messagesOf(localeOf(this));
  }
}
