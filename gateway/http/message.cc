#include "gateway/http/message.h"

#include "gateway/http/lower_case.h"

namespace voronka::gateway {

Response MakeResponse(http::status status, std::string_view content_type, std::string body) {
  return {.head = {status, {{"content-type", std::string(content_type)}}},
          .body = std::make_shared<const std::string>(std::move(body))};
}

Response PlainAnswer(http::status status, std::string text) {
  if (text.empty()) text = View(http::obsolete_reason(status));
  return MakeResponse(status, "text/plain; charset=utf-8", text + "\n");
}

std::string_view HeaderOf(const Request& request, std::string_view name) {
  const auto found = request.find(boost::string_view(name.data(), name.size()));
  return found == request.end() ? std::string_view() : View(found->value());
}

std::string SoleHeaderOf(const Request& request, std::string_view name) {
  std::string all;
  const auto [begin, end] = request.equal_range(boost::string_view(name.data(), name.size()));
  for (auto field = begin; field != end; ++field) {
    if (field != begin) all += ", ";
    all += View(field->value());
  }
  return all;
}

std::string_view PathOf(const Request& request) {
  const std::string_view target = View(request.target());
  return target.substr(0, target.find('?'));
}

std::string MediaTypeOf(const Request& request) {
  const std::string_view value = HeaderOf(request, "content-type");
  std::string type = LowerCase(value.substr(0, value.find(';')));
  while (type.ends_with(' ')) type.pop_back();
  return type;
}

}  // namespace voronka::gateway
