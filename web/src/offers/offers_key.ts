// Apart from what reads the offers: the first screen keeps their lists up to date, and shows none.
export const offersKey = ['offers'];
