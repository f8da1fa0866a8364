/** The match pattern of a site (网站): scheme and host, every port, as browsers grant it. */
export function sitePattern({ protocol, hostname }: { protocol: string; hostname: string }): string {
  return `${protocol}//${hostname}/*`;
}
