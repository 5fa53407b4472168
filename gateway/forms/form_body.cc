#include "gateway/forms/form_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "foundation/rpc/requests/text_encoding.h"
#include "foundation/wire/trimmed.h"
#include "gateway/forms/header_value.h"
#include "gateway/forms/json_form.h"
#include "gateway/forms/json_values.h"
#include "gateway/forms/multipart.h"
#include "gateway/forms/named_values.h"
#include "gateway/forms/plain_lines.h"
#include "gateway/forms/urlencoded.h"

namespace voronka::gateway {
namespace {

// Browsers put the charset into a hidden field of this name.
constexpr std::string_view kCharsetField = "_charset_";
constexpr std::string_view kUrlencoded = "application/x-www-form-urlencoded";

bool LooksLikeJson(std::string_view body) { return body.starts_with('{') || body.starts_with('['); }

bool LooksLikeMarkup(std::string_view body) { return body.starts_with('<'); }

// Of fields whose part does not say otherwise.
FormFields WithCharset(FormFields fields, std::string charset) {
  const std::string page_charset = fields.Extract(kCharsetField);
  if (charset.empty()) charset = page_charset;
  FormFields known;
  for (FormField field : fields.all()) {
    if (field.charset.empty()) field.charset = charset;
    known.Add(std::move(field));
  }
  return known;
}

bool IsText(std::string_view content) {
  return content.find('\0') == std::string_view::npos && rpc::TextOf(content, "utf-8") == content;
}

// Names that scripts give to what is not a person's file: `blob` (FormData), the field's own name (requests), nothing.
bool IsFile(const FormPart& part) {
  const auto& filename = part.filename;
  const bool of_script = filename && (filename->empty() || *filename == "blob" || *filename == part.name);
  return filename && !(of_script && IsText(part.content));
}

FormField FieldOf(FormPart part) {
  if (!IsFile(part)) return {.name = part.name, .value = std::move(part.content), .charset = part.charset};
  return {.name = part.name, .value = fmt::format("{} ({} bytes)", *part.filename, part.content.size()), .charset = {}};
}

// The formats of a form. Each reads the body, or gives nothing if it has another format.
using Read = std::optional<FormFields>;

Read AsJson(std::string_view body, const std::string& charset) {
  FormFields fields;
  return ReadJsonForm(rpc::TextOf(body, charset), fields) ? Read(std::move(fields)) : std::nullopt;
}

Read AsMultipart(std::string_view body, const std::string& boundary, const std::string& charset) {
  auto parts = ParseMultipart(body, boundary);
  if (!parts) return std::nullopt;
  FormFields fields;
  for (auto& part : *parts) fields.Add(FieldOf(std::move(part)));
  return WithCharset(std::move(fields), charset);
}

// A text or JSON that is posted as a form looks like the name of a field without a value.
FormFields WithContentOfNames(const FormFields& fields) {
  const bool alone = fields.all().size() == 1;
  FormFields read;
  for (const FormField& field : fields.all()) {
    const std::string name = rpc::TextOf(field.name, field.charset);
    const bool is_text = alone && name.find_first_of(" 0123456789") != std::string::npos;
    if (!field.value.empty() || !(is_text || LooksLikeJson(name))) {
      read.Add(field);
    } else if (!LooksLikeJson(name) || !ReadJsonForm(name, read)) {
      read.Add({.name = kTextName, .value = name, .charset = "utf-8"});
    }
  }
  return read;
}

// A body that is not declared as a form is one if its first field has a name without blanks.
Read AsUrlencoded(std::string_view body, const std::string& charset, bool is_said) {
  const size_t sign = body.find('=');
  const bool is_one = sign != std::string_view::npos && (is_said || body.find_first_of(" \t\r\n") > sign);
  return is_one ? Read(WithContentOfNames(WithCharset(ParseUrlencoded(body), charset))) : std::nullopt;
}

Read AsLines(std::string_view body, const std::string& charset) {
  const bool is_one_line = wire::Trimmed(body).find('\n') == std::string_view::npos;
  const bool has_fields = body.find('=') != std::string_view::npos && body.find('\n') != std::string_view::npos;
  if (!has_fields || (is_one_line && body.find('&') != std::string_view::npos)) return std::nullopt;
  return WithCharset(ParsePlainLines(body), charset);
}

// The fields of the JSON up to where it breaks off, and the whole body.
FormFields AsBroken(std::string_view body, const std::string& charset) {
  FormFields fields;
  const std::string text = rpc::TextOf(body, charset);
  if (LooksLikeJson(body)) ReadJsonForm(text, fields);
  fields.Add({.name = kTextName, .value = text, .charset = "utf-8"});
  return fields;
}

}  // namespace

FormFields ReadFormBody(std::string_view content_type, std::string_view sent) {
  const HeaderValue type = ParseHeaderValue(content_type);
  const std::string charset = type.Parameter("charset");
  const std::string whole = rpc::WithoutUtf16(sent);
  const auto body = wire::Trimmed(whole);
  if (body.empty()) return {};
  const bool is_urlencoded = type.value == kUrlencoded;
  Read read;
  if (type.value.find("json") != std::string::npos || LooksLikeJson(body)) read = AsJson(body, charset);
  if (!read) read = AsMultipart(whole, type.Parameter("boundary"), charset);
  const bool may_have_fields = is_urlencoded || !(LooksLikeJson(body) || LooksLikeMarkup(body));
  if (!read && may_have_fields && !is_urlencoded) read = AsLines(whole, charset);
  if (!read && may_have_fields) read = AsUrlencoded(body, charset, is_urlencoded);
  return WithNamedItems(WithJsonValues(read ? *read : AsBroken(body, charset)));
}

}  // namespace voronka::gateway
