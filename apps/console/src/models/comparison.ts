/** What the challenger was found to be against the champion, criterion by criterion. */
export type Comparison = {
  readonly payments: number;
  readonly frauds: number;
  readonly criteria: readonly {
    readonly name: string;
    readonly holds: boolean;
    readonly because: string;
  }[];
};
