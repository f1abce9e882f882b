/** An error that is for the person at the keyboard: what is wrong and how to put it right. */

/** Where in this program it was found says nothing to them, so that its stack is the message alone. */
export const mistake = (message: string): Error => {
  const error = new Error(message);
  error.stack = message;
  return error;
};
