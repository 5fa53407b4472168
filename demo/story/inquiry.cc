#include "demo/story/expectation.h"
#include "demo/story/inquiries.h"
#include "demo/story/steps.h"

namespace voronka::demo {

using crm::v1::Inquiry;

void SubmitAnInquiryTwice(Scene& scene) {
  auto request = scene.client.Writes(scene.client.Phone(), "Добрый день! Пришлите прайс на кабель, нужно 5 км.");
  request.set_request_id("story:" + scene.client.digits());
  const Inquiry first = Submit(scene, request);
  scene.deal_id = first.deal_id();
  scene.narrator.Tell({"{}, {}, пишет через форму на сайте: сделка #{}", "{}, {}, writes by the site's form: deal #{}"},
                      scene.client.name(), scene.client.Phone(), scene.deal_id);
  const Inquiry second = Submit(scene, request);
  Expect(second.deal_id() == scene.deal_id && second.id() == first.id(),
         {"на повтор запроса отвечает та же сделка", "a repeated request is answered with the same deal"},
         OneLine(second), LookAtDeal(scene.deal_id));
  scene.narrator.Tell({"Сайт не дождался ответа и повторил запрос (тот же request_id): снова #{}, второй сделки нет",
                       "The site missed the answer and repeated the request (same request_id): #{} again, no second"},
                      second.deal_id());
}

}  // namespace voronka::demo
