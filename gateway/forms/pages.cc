#include "gateway/forms/pages.h"

#include <fmt/format.h>

namespace voronka::gateway {
namespace {

struct Words {
  std::string_view thanks;
  std::string_view thanks_more;
  std::string_view refusal;
  std::string_view back;
};

constexpr Words kRussian = {"Спасибо, заявка принята", "Мы свяжемся с вами в ближайшее время.", "Заявка не отправлена",
                            "Вернуться на сайт"};
constexpr Words kEnglish = {"Thank you, we have got it", "We will get in touch with you soon.",
                            "Your request was not sent", "Back to the site"};

// Language, title, class, title, text, link.
constexpr std::string_view kPage = R"html(<!doctype html>
<html lang="{0}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{1}</title>
<style>
  :root {{ color-scheme: light dark; --ink: #1d2330; --quiet: #5b6474; --ground: #f4f6f9; --card: #fff; --mark: #1f8a4c; }}
  @media (prefers-color-scheme: dark) {{
    :root {{ --ink: #eef1f6; --quiet: #a9b2c1; --ground: #14181f; --card: #1e242e; --mark: #4cc47f; }}
  }}
  body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground);
         color: var(--ink); font: 17px/1.5 system-ui, sans-serif; }}
  main {{ box-sizing: border-box; width: min(30rem, 100vw - 2rem); padding: 2.5rem 2rem; background: var(--card);
         border-radius: 12px; border-top: 4px solid var(--mark); }}
  main.refusal {{ --mark: #d9822b; }}
  h1 {{ margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }}
  p {{ margin: 0; color: var(--quiet); white-space: pre-line; }}
  a {{ display: inline-block; margin-top: 1.5rem; color: inherit; }}
</style>
</head>
<body>
<main class="{2}">
<h1>{1}</h1>
<p>{3}</p>
{4}
</main>
</body>
</html>
)html";

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const bool plain = std::string_view("&<>\"'").find(c) == std::string_view::npos;
    escaped += plain ? std::string(1, c) : fmt::format("&#{};", static_cast<int>(c));
  }
  return escaped;
}

const Words& WordsIn(const std::string& language) { return language == "en" ? kEnglish : kRussian; }

std::string Link(std::string_view site, std::string_view text) {
  if (!site.starts_with("https://") && !site.starts_with("http://")) return "";
  return fmt::format(R"(<a href="{}">{}</a>)", Escaped(site), text);
}

}  // namespace

std::string ThanksPage(const std::string& language, std::string_view site) {
  const Words& words = WordsIn(language);
  return fmt::format(kPage, language, words.thanks, "thanks", words.thanks_more, Link(site, words.back));
}

std::string RefusalPage(const std::string& language, std::string_view site, std::string_view text) {
  const Words& words = WordsIn(language);
  return fmt::format(kPage, language, words.refusal, "refusal", Escaped(text), Link(site, words.back));
}

}  // namespace voronka::gateway
