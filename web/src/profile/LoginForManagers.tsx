// Tells password managers whose password a form is about.
export function LoginForManagers({ login }: { login: string }) {
  return <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />;
}
