#include "crm_service/fields/index/resource_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace voronka::crm {
namespace {

struct CalledEntity {
  v1::Entity entity;
  const char* name_of;
  const char* en;
  const char* ru;
};

constexpr std::array kCalled = {
    CalledEntity{v1::ENTITY_DEAL, "SELECT name FROM deals WHERE account_id = ? AND id = ?", "deal", "сделка"},
    CalledEntity{v1::ENTITY_CONTACT, "SELECT name FROM contacts WHERE account_id = ? AND id = ?", "contact", "контакт"},
    CalledEntity{v1::ENTITY_COMPANY, "SELECT name FROM companies WHERE account_id = ? AND id = ?", "company",
                 "компания"}};

}  // namespace

rpc::Text NameOf(rpc::Session& session, v1::Entity entity, int64_t id) {
  const auto& called = *std::ranges::find(kCalled, entity, &CalledEntity::entity);
  const auto rows = session.db.Query(called.name_of, session.account_id(), id);
  const auto name = rows.empty() ? "" : rows.front().Text(0);
  if (name.empty()) return {fmt::format("{} #{}", called.en, id), fmt::format("{} #{}", called.ru, id)};
  return {fmt::format("{} #{} “{}”", called.en, id, name), fmt::format("{} #{} «{}»", called.ru, id, name)};
}

}  // namespace voronka::crm
