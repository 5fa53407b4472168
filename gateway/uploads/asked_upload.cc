#include "gateway/uploads/asked_upload.h"

#include <charconv>
#include <string>
#include <utility>

#include "foundation/rpc/requests/text_encoding.h"
#include "gateway/forms/urlencoded.h"
#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

crm::v1::Entity EntityNamed(const std::string& name) {
  const std::string lower = LowerCase(name);
  if (lower == "deal") return crm::v1::ENTITY_DEAL;
  if (lower == "contact") return crm::v1::ENTITY_CONTACT;
  if (lower == "company") return crm::v1::ENTITY_COMPANY;
  return lower == "task" ? crm::v1::ENTITY_TASK : crm::v1::ENTITY_UNSPECIFIED;
}

// 0: it is none.
int64_t IdIn(const std::string& text) {
  int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  return error == std::errc() && end == text.data() + text.size() && id > 0 ? id : 0;
}

}  // namespace

crm::v1::Upload UploadAskedFor(std::string_view query, uint64_t size) {
  FormFields asked = ParseUrlencoded(query);
  crm::v1::Upload upload;
  upload.set_entity(EntityNamed(asked.Extract("entity")));
  upload.set_entity_id(IdIn(asked.Extract("id")));
  // A message with anything but UTF-8 in it cannot be read.
  std::string name = asked.Extract("name");
  if (rpc::IsUtf8(name)) upload.set_name(std::move(name));
  upload.set_size(static_cast<int64_t>(size));
  return upload;
}

}  // namespace voronka::gateway
