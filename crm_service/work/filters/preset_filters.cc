#include "crm_service/work/filters/preset_filters.h"

#include <google/protobuf/text_format.h>

#include <stdexcept>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

using v1::SavedFilter;

struct Preset {
  const char* key;
  v1::FilterSubject subject;
  rpc::Text name;
  // A Condition as text.
  const char* filter;
};

const std::vector<Preset>& Presets() {
  static const std::vector<Preset> presets = {
      {"mine", v1::FILTER_SUBJECT_DEALS, {"Mine", "Мои"}, R"(
        all {
          conditions { comparison { field: "deal.responsible_user_id" operator: OPERATOR_ONE_OF caller: true } }
          conditions { comparison { field: "deal.state" operator: OPERATOR_ONE_OF values { choice: "open" } } }
        })"},
      {"without_tasks", v1::FILTER_SUBJECT_DEALS, {"Without tasks", "Без задач"}, R"(
        all {
          conditions { comparison { field: "deal.state" operator: OPERATOR_ONE_OF values { choice: "open" } } }
          conditions { comparison { field: "deal.has_open_task" operator: OPERATOR_ONE_OF values { yes: false } } }
        })"},
      {"overdue", v1::FILTER_SUBJECT_DEALS, {"With overdue tasks", "С просроченными задачами"}, R"(
        all {
          conditions { comparison { field: "deal.state" operator: OPERATOR_ONE_OF values { choice: "open" } } }
          conditions { comparison { field: "deal.has_overdue_task" operator: OPERATOR_ONE_OF values { yes: true } } }
        })"},
      {"on_stage_today", v1::FILTER_SUBJECT_DEALS, {"On their stage since today", "Пришли на этап сегодня"}, R"(
        all {
          conditions { comparison { field: "deal.state" operator: OPERATOR_ONE_OF values { choice: "open" } } }
          conditions {
            comparison { field: "deal.stage_enter_time" operator: OPERATOR_ONE_OF period { unit: UNIT_DAY } }
          }
        })"},
      {"stuck", v1::FILTER_SUBJECT_DEALS, {"Two weeks on one stage", "Зависли на этапе на две недели"}, R"(
        all {
          conditions { comparison { field: "deal.state" operator: OPERATOR_ONE_OF values { choice: "open" } } }
          conditions {
            comparison {
              field: "deal.stage_enter_time"
              operator: OPERATOR_LESS
              period { unit: UNIT_DAY first: -13 }
            }
          }
        })"},
      {"responsible_disabled",
       v1::FILTER_SUBJECT_DEALS,
       {"Responsible user is disabled", "Ответственный отключён"},
       R"(
        all {
          conditions { comparison { field: "deal.state" operator: OPERATOR_ONE_OF values { choice: "open" } } }
          conditions {
            comparison { field: "deal.responsible_disabled" operator: OPERATOR_ONE_OF values { yes: true } }
          }
        })"},
      {"idle_companies", v1::FILTER_SUBJECT_COMPANIES, {"Without deals and tasks", "Без сделок и задач"}, R"(
        all {
          conditions { comparison { field: "company.has_open_deal" operator: OPERATOR_ONE_OF values { yes: false } } }
          conditions { comparison { field: "company.has_open_task" operator: OPERATOR_ONE_OF values { yes: false } } }
        })"},
      {"my_tasks", v1::FILTER_SUBJECT_TASKS, {"Mine", "Мои"}, R"(
        all {
          conditions { comparison { field: "task.assignee_user_id" operator: OPERATOR_ONE_OF caller: true } }
          conditions { comparison { field: "task.state" operator: OPERATOR_ONE_OF values { choice: "open" } } }
        })"},
      {"overdue_tasks", v1::FILTER_SUBJECT_TASKS, {"Overdue", "Просроченные"}, R"(
        comparison { field: "task.overdue" operator: OPERATOR_ONE_OF values { yes: true } }
      )"},
  };
  return presets;
}

SavedFilter Made(const Preset& preset, const std::string& locale) {
  SavedFilter filter;
  filter.set_preset(preset.key);
  filter.set_subject(preset.subject);
  filter.set_name(rpc::InLanguage(locale, preset.name));
  if (!google::protobuf::TextFormat::ParseFromString(preset.filter, filter.mutable_filter())) {
    throw std::logic_error(std::string("the filter ") + preset.key + " cannot be read");
  }
  return filter;
}

}  // namespace

std::vector<SavedFilter> PresetFilters(const std::string& locale) {
  std::vector<SavedFilter> filters;
  for (const auto& preset : Presets()) filters.push_back(Made(preset, locale));
  return filters;
}

}  // namespace voronka::crm
