#include "crm_service/configuration/proposals/document_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "crm_service/configuration/comparison/configuration_key.h"
#include "crm_service/configuration/proposals/merged_queues.h"
#include "crm_service/configuration/proposals/moved_violations.h"
#include "crm_service/configuration/proposals/named_pipeline.h"
#include "crm_service/configuration/proposals/place.h"
#include "crm_service/fields/field_sets/field_set_rules.h"
#include "crm_service/fields/field_sets/field_use.h"
#include "crm_service/intake/forms/form_rules.h"
#include "crm_service/people/access/access_rules.h"
#include "crm_service/sales/pipelines/pipeline_rules.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "crm_service/sales/pipelines/rule_definitions.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/validation.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Configuration;
using v1::Form;
using v1::Pipeline;

template <class Items>
void CheckNamedOnce(const Items& items, const char* list, Violations& violations) {
  std::set<std::string> seen;
  for (int i = 0; i < items.size(); ++i) {
    const auto path = fmt::format("{}[{}].{}", list, i, KeyFieldOf(*items[i].GetDescriptor())->name());
    const auto key = KeyOf(items[i]);
    violations.AddUnless(!key.empty(), "REQUIRED", path, {"A value is required.", "Нужно значение."});
    violations.AddUnless(seen.insert(key).second || key.empty(), "DUPLICATE_KEY", path,
                         {"The key is used twice.", "Ключ повторяется."});
  }
}

void CheckOneDefault(const Configuration& wanted, Violations& violations) {
  int defaults = 0;
  for (int i = 0; i < wanted.pipelines_size(); ++i) {
    defaults += wanted.pipelines(i).default_for_inquiries() ? 1 : 0;
    violations.AddUnless(!wanted.pipelines(i).default_for_inquiries() || defaults == 1, "SECOND_DEFAULT",
                         fmt::format("pipelines[{}].default_for_inquiries", i),
                         {"Another pipeline takes the inquiries.", "Заявки уже принимает другая воронка."});
  }
}

void CheckFormWithPipeline(const Form& form, const AccountConfiguration& after, Violations& violations) {
  CheckForm(form, violations);
  if (!form.pipeline().empty()) CheckPipelineOfForm(FindPipeline(after.pipelines, form.pipeline()), "", violations);
}

// The pipelines that stay as they are. Whoever unarchives one checks its rules.
std::vector<Pipeline> InUseAndNotNamed(const Configuration& wanted, std::vector<Pipeline> pipelines) {
  std::erase_if(pipelines, [&](const Pipeline& pipeline) {
    return IsArchived(pipeline) || std::ranges::count(wanted.pipelines(), pipeline.key(), &Pipeline::key) > 0;
  });
  return pipelines;
}

}  // namespace

void CheckDocument(const Configuration& wanted, Violations& violations) {
  rpc::Validate(wanted, violations);
  CheckNamedOnce(wanted.field_sets(), "field_sets", violations);
  CheckNamedOnce(wanted.pipelines(), "pipelines", violations);
  CheckNamedOnce(wanted.forms(), "forms", violations);
  CheckNamedOnce(wanted.role_access(), "role_access", violations);
  CheckOneDefault(wanted, violations);
}

void CheckTogether(const Configuration& wanted, const AccountConfiguration& before, const AccountConfiguration& after,
                   Others others, Violations& violations) {
  // A document that names an archived one would lose the name when it is exported.
  const auto keys = InUse(after);
  for (int i = 0; i < wanted.field_sets_size(); ++i) {
    const auto& named = wanted.field_sets(i);
    const auto field_set = Completed(before.field_sets.at(named.entity()), named, others, InUse(before));
    const auto check = [&](Violations& found) {
      CheckFieldSet(field_set, found);
      CheckPipelinesOfFields(named, keys, found);
    };
    AddFrom(check, "field_set", fmt::format("field_sets[{}]", i), violations);
  }
  for (int i = 0; i < wanted.pipelines_size(); ++i) {
    const auto check = [&](Violations& found) {
      CheckPipeline(wanted.pipelines(i), found);
      CheckRepeatPipeline(wanted.pipelines(i), keys, found);
      CheckPurpose(wanted.pipelines(i), after.pipelines, found);
      CheckRules(wanted.pipelines(i), after.field_sets, found);
    };
    AddFrom(check, "pipeline", fmt::format("pipelines[{}]", i), violations);
  }
  for (int i = 0; i < wanted.forms_size(); ++i) {
    AddFrom([&](Violations& found) { CheckFormWithPipeline(wanted.forms(i), after, found); }, "form",
            fmt::format("forms[{}]", i), violations);
  }
  for (int i = 0; i < wanted.role_access_size(); ++i) {
    AddFrom([&](Violations& found) { CheckRoleAccess(wanted.role_access(i), found); }, "role_access",
            fmt::format("role_access[{}]", i), violations);
  }
  CheckQueues(wanted, after, violations);
}

void CheckKeepsFields(const Configuration& wanted, const AccountConfiguration& before,
                      const AccountConfiguration& after, Others others, Violations& violations) {
  const auto use = UseOfFields(InUseAndNotNamed(wanted, after.pipelines));
  for (const auto& [entity, field_set] : after.field_sets) {
    const auto place = PlaceOf(wanted.field_sets(), "field_sets", v1::Entity_Name(entity));
    AddFrom([&, &field_set = field_set](Violations&) { CheckKeepsUsed(use, field_set); }, "field_set", place,
            violations);
    const auto named = std::ranges::find(wanted.field_sets(), entity, &v1::FieldSet::entity);
    if (named == wanted.field_sets().end()) continue;
    const auto& former = before.field_sets.at(entity);
    AddFrom([&](Violations&) { CheckKeepsValues(former, Completed(former, *named, others, InUse(before))); },
            "field_set", place, violations);
  }
}

}  // namespace voronka::crm
