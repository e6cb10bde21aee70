// Passkeys: asks the browser for a credential and puts it into a form that is then sent as any other. Without a browser
// that knows passkeys, or without this script, the forms stay hidden and codes do the work.
(() => {
  const known = window.PublicKeyCredential
    && PublicKeyCredential.parseCreationOptionsFromJSON
    && PublicKeyCredential.parseRequestOptionsFromJSON;
  if (!known) {
    return;
  }

  const ask = async (form) => {
    const token = form.elements.namedItem("__RequestVerificationToken").value;
    const answer = await fetch(form.dataset.options, {
      method: "POST",
      credentials: "same-origin",
      redirect: "error",
      headers: { RequestVerificationToken: token },
    });
    if (!answer.ok) {
      throw new Error(`${answer.status}`);
    }

    const options = await answer.json();
    return form.dataset.passkey === "create"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const credential = form.elements.namedItem("credential");
    const failed = form.querySelector("[data-failed]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        credential.value = JSON.stringify(await ask(form));
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
