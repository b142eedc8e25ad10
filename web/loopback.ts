/** True for the names by which a machine speaks to itself; a port and the brackets of IPv6 may be there. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)(:\d{1,5})?$/i.test(host)
