#include "foundation/rpc/requests/absence.h"

#include <algorithm>
#include <string_view>

namespace voronka::rpc {
namespace {

struct RussianName {
  std::string_view resource;
  const char* absent;
};

// Russian words change with their gender and case, so each resource has the whole sentence.
constexpr RussianName kRussianNames[] = {
    {"activity", "Такого звонка, сообщения или встречи нет."},
    {"checklist_item", "Такого пункта в чек-листе этапа нет."},
    {"remark", "Такого замечания нет."},
    {"approval", "Такого запроса на согласование нет."},
    {"account", "Такого аккаунта нет."},
    {"configuration_version", "Такой версии конфигурации нет."},
    {"company", "Такой компании нет."},
    {"contact", "Такого контакта нет."},
    {"deal", "Такой сделки нет."},
    {"deal_contact", "Такого контакта в сделке нет."},
    {"device", "Такого устройства нет."},
    {"field_set", "Таких полей нет."},
    {"file", "Такого файла нет."},
    {"form", "Такой формы нет."},
    {"held_form", "Такой заявки на проверке нет."},
    {"inquiry", "Такой заявки нет."},
    {"merge", "Такого объединения нет."},
    {"notification", "Такого уведомления нет."},
    {"pipeline", "Такой воронки нет."},
    {"queue", "Такой очереди нет."},
    {"role_access", "Таких прав нет."},
    {"saved_filter", "Такого фильтра нет."},
    {"session", "Такого сеанса нет."},
    {"solution", "Такого решения нет."},
    {"stage", "Такого этапа нет."},
    {"task", "Такой задачи нет."},
    {"team", "Такой команды нет."},
    {"timeline_entry", "Такой записи в ленте нет."},
    {"upload", "Такой загрузки нет."},
    {"user", "Такого пользователя нет."},
};
constexpr const char* kUnnamed = "Такой записи нет.";

const RussianName* NameOf(const std::string& resource) {
  const auto* found = std::ranges::find(kRussianNames, resource, &RussianName::resource);
  return found == std::end(kRussianNames) ? nullptr : found;
}

}  // namespace

Text AbsenceOf(const std::string& resource, const std::string& key) {
  std::string words = resource;
  std::ranges::replace(words, '_', ' ');
  const RussianName* name = NameOf(resource);
  return {"There is no " + words + " " + key + ".", name == nullptr ? kUnnamed : name->absent};
}

bool IsNamedInRussian(const std::string& resource) { return NameOf(resource) != nullptr; }

}  // namespace voronka::rpc
