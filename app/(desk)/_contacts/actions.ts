"use server";

import * as contacts from "@/lib/contacts/commands";
import { action } from "@/lib/platform/action";

export const addContactAction = action(contacts.addContact);
export const changeContactAction = action(contacts.changeContact);
export const removeContactAction = action(contacts.removeContact);
