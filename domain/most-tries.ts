/** How often a message of a queue is tried before it is laid aside for a host. */
export const mostTries = 8;
