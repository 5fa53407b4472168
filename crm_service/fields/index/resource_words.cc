#include "crm_service/fields/index/resource_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "crm_service/people/access/sight.h"

namespace voronka::crm {
namespace {

struct CalledEntity {
  v1::Entity entity;
  const char* name_of;
  const char* en;
  const char* ru;
  const char* others_ru;
};

constexpr std::array kCalled = {
    CalledEntity{v1::ENTITY_DEAL, "SELECT name, responsible_user_id FROM deals WHERE account_id = ? AND id = ?", "deal",
                 "сделка", "сделка другого менеджера"},
    CalledEntity{v1::ENTITY_CONTACT, "SELECT name, responsible_user_id FROM contacts WHERE account_id = ? AND id = ?",
                 "contact", "контакт", "контакт другого менеджера"},
    CalledEntity{v1::ENTITY_COMPANY, "SELECT name, responsible_user_id FROM companies WHERE account_id = ? AND id = ?",
                 "company", "компания", "компания другого менеджера"}};

}  // namespace

rpc::Text NameOf(rpc::Session& session, v1::Entity entity, int64_t id) {
  const auto& called = *std::ranges::find(kCalled, entity, &CalledEntity::entity);
  const auto rows = session.db.Query(called.name_of, session.account_id(), id);
  if (rows.empty() || !SightOf(session, entity).Covers(rows.front().Int(1))) {
    return {fmt::format("a {} of a colleague", called.en), called.others_ru};
  }
  const auto name = rows.front().Text(0);
  if (name.empty()) return {fmt::format("{} #{}", called.en, id), fmt::format("{} #{}", called.ru, id)};
  return {fmt::format("{} #{} “{}”", called.en, id, name), fmt::format("{} #{} «{}»", called.ru, id, name)};
}

}  // namespace voronka::crm
