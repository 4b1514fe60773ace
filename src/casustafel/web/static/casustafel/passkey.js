// Passkeys: ask the browser for one, put the answer in the form, send it. Without a passkey or without this script, a
// page works with codes.
(function () {
  "use strict";

  function bytes(text) {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (one) => one.charCodeAt(0));
  }

  function text(buffer) {
    const plain = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function withIds(list) {
    return (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
  }

  function creation(asked) {
    return {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: withIds(asked.excludeCredentials),
    };
  }

  function request(asked) {
    return { ...asked, challenge: bytes(asked.challenge), allowCredentials: withIds(asked.allowCredentials) };
  }

  function answer(made) {
    const given = made.response;
    const response = { clientDataJSON: text(given.clientDataJSON) };
    for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (given[name]) {
        response[name] = text(given[name]);
      }
    }
    return {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      authenticatorAttachment: made.authenticatorAttachment,
      clientExtensionResults: made.getClientExtensionResults(),
      response,
    };
  }

  async function options(button) {
    if (button.dataset.options) {
      return JSON.parse(button.dataset.options);
    }
    const found = await fetch(button.dataset.optionsUrl, { headers: { Accept: "application/json" } });
    return (await found.json()).request_options;
  }

  async function ask(button) {
    const { publicKey } = await options(button);
    const made = button.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: creation(publicKey) })
      : await navigator.credentials.get({ publicKey: request(publicKey) });
    button.form.querySelector("[data-passkey-answer]").value = JSON.stringify(answer(made));
    button.form.submit();
  }

  if (!window.PublicKeyCredential) {
    return;
  }
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      ask(button).catch(() => {
        button.form.querySelector("[data-passkey-fault]").hidden = false;
      });
    });
  }
})();
