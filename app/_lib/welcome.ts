const KEY = 'atelier.welcomed';

/** Whether somebody has been shown in this browser how a studio works. Where nothing can be remembered, they have. */
export function isWelcomed(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch (error) {
    // It would come again in every room.
    console.warn(error);
    return true;
  }
}

export function rememberWelcomed(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch (error) {
    console.warn(error);
  }
}
