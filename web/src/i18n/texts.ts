// Has every key that Russian has, with English plural forms.
export type Texts<T> = T extends string
  ? string
  : { [K in keyof T as K extends `${string}_few` | `${string}_many` ? never : K]: Texts<T[K]> };
