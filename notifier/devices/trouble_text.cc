#include "notifier/devices/trouble_text.h"

#include "notifier/kinds/kinds.h"

namespace voronka::notifier {
namespace {

using v1::PushIntent;

Words PhraseOf(PushIntent::Trouble trouble) {
  switch (trouble) {
    case PushIntent::TROUBLE_UNREACHABLE:
      return {"нет связи со службой уведомлений", "the push service cannot be reached"};
    case PushIntent::TROUBLE_TLS:
      return {"защищённое соединение со службой уведомлений не устанавливается",
              "no secure connection to the push service can be made"};
    case PushIntent::TROUBLE_TIMEOUT:
      return {"служба уведомлений не отвечает вовремя", "the push service does not answer in time"};
    case PushIntent::TROUBLE_BUSY:
      return {"служба уведомлений перегружена или временно не работает",
              "the push service is overloaded or out of order for now"};
    case PushIntent::TROUBLE_KEYS:
      return {"служба уведомлений не признаёт ключи этого сервера",
              "the push service does not accept the keys of this server"};
    case PushIntent::TROUBLE_GONE:
      return {"служба уведомлений больше не знает это устройство",
              "the push service does not know this device any more"};
    case PushIntent::TROUBLE_TOO_LARGE:
      return {"сообщение слишком велико для службы уведомлений", "the message is too large for the push service"};
    case PushIntent::TROUBLE_NOT_ALLOWED:
      return {"этот сервер ничего не отправляет в такую службу уведомлений",
              "this server sends nothing to that push service"};
    case PushIntent::TROUBLE_REFUSED:
      return {"служба уведомлений отказала", "the push service has refused"};
    default:
      return {"причина неизвестна", "the reason is unknown"};
  }
}

}  // namespace

std::string TroubleText(const Refusal& refusal, const std::string& locale, options::v1::Role reader) {
  if (refusal == Refusal()) return "";
  const std::string text = PhraseOf(refusal.trouble).In(locale);
  if (reader != options::v1::ROLE_ADMIN || refusal.detail.empty()) return text;
  constexpr Words kInDetail = {"; подробно: ", "; in detail: "};
  return text + kInDetail.In(locale) + refusal.detail;
}

}  // namespace voronka::notifier
