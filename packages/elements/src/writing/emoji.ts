/** Those that people write with in a conversation with a company. On phones the keyboard has all of them. */
export const emoji: readonly string[] =
  '😀 😃 😄 😊 🙂 😉 😍 🥰 😘 😂 🤣 😅 🙃 😎 🤩 🥳 🤗 🤔 🤨 😐 😶 🙄 😬 😌 😴 😕 🙁 😮 😳 🥺 😢 😭 😱 😤 😡 🤯 😷 🤒 👍 👎 👌 🤞 ✌️ 👏 🙌 🙏 💪 👋 👉 👈 ☝️ ❤️ 🧡 💛 💚 💙 💜 🖤 💔 🔥 ⭐ ✨ 🎉 🎁 💐 ☕ 🍀 🌞 🌈 ✅ ❌ ❗ ❓ ⚠️ 💡 🔑 🔒 📦 🚚 ✈️ 🏠 🛒 💳 💶 📄 📎 📷 📱 💻 📞 ✉️ ⏰ 📅 📍'.split(
    ' ',
  );
